// swift-tools-version: 6.2
// Two other template engines in Swift, to measure beside ours; the product itself knows neither.
import PackageDescription

let package = Package(
  name: "engines",
  dependencies: [
    .package(url: "https://github.com/stencilproject/Stencil", exact: "0.15.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .executableTarget(
      name: "foreign-engines",
      dependencies: [
        .product(name: "Stencil", package: "Stencil"),
        .product(name: "Mustache", package: "swift-mustache"),
      ])
  ]
)
