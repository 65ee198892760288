// swift-tools-version: 6.2
// The map of the house: a room sees only the rooms it names, and only rooms above it.
import PackageDescription

let houseRules: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .strictMemorySafety(),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

/// One room and its tests, if it has any.
func room(
  _ name: String, sees rooms: [String] = [], uses packages: [Target.Dependency] = [],
  plugins: [Target.PluginUsage] = [], tested: Bool = true, testsSee: [String] = []
) -> [Target] {
  let room = Target.target(
    name: name, dependencies: rooms.map { .byName(name: $0) } + packages,
    swiftSettings: houseRules, plugins: plugins)
  guard tested else { return [room] }
  let tests = Target.testTarget(
    name: "\(name)Tests",
    dependencies: ([name, "TestSupport"] + rooms + testsSee).map { .byName(name: $0) },
    exclude: name == "Building" ? ["Goldens"] : [],
    swiftSettings: houseRules)
  return [room, tests]
}

let systemLibraries: [Target] = [
  .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
  .systemLibrary(
    name: "CCmarkGFM", pkgConfig: "libcmark-gfm",
    providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
  // Records and pages are many small pieces of memory; linking this serves them faster.
  .systemLibrary(name: "CMimalloc", providers: [.apt(["libmimalloc-dev"])]),
  .target(name: "CLinux"),
]

// Ground floor: text.
let text: [Target] =
  room("Source")
  + room("Values")
  + room("YAML", sees: ["Source", "CYAML"])
  + room("HTML")
  + room("Markdown", sees: ["Source", "HTML", "CCmarkGFM"])

// First floor: the language.
let language: [Target] = room(
  "Language", sees: ["Source", "Values", "HTML"], testsSee: ["Charts"])

// Drawings that templates ask for.
let drawings: [Target] = room("Charts", sees: ["Source", "Values", "HTML", "Language"])

// Second floor: records.
let records: [Target] =
  room(
    "Defaults", plugins: [.plugin(name: "EmbedDefaults")], tested: false)
  + room("Kinds", sees: ["Source", "Values", "YAML", "Language"], testsSee: ["Defaults"])
  + room(
    "Records", sees: ["Source", "Values", "YAML", "Markdown", "HTML", "Language", "Kinds"],
    testsSee: ["Defaults"])

// Third floor: what the public sees.
let published: [Target] =
  room(
    "Pages",
    sees: ["Source", "Values", "YAML", "HTML", "Language", "Kinds", "Records", "Markdown"])

// The front door: the only rooms that touch disk, clock, environment or processes.
let frontDoor: [Target] =
  room("Publishing", sees: ["Source", "CLinux"], uses: [crypto])
  + room(
    "Building",
    sees: [
      "Source", "Values", "YAML", "HTML", "Markdown", "Language", "Charts", "Defaults", "Kinds",
      "Records", "Pages", "Publishing", "CLinux", "CMimalloc", "CYAML",
    ])
  + [
    .executableTarget(
      name: "sunboard",
      dependencies: [
        "Building", "Charts", "Language", "Publishing", "Source", "Values", argumentParser,
      ],
      swiftSettings: houseRules)
  ]

let workshop: [Target] = [
  .executableTarget(name: "embed-defaults"),
  .plugin(name: "EmbedDefaults", capability: .buildTool(), dependencies: ["embed-defaults"]),
  .target(
    name: "TestSupport", dependencies: ["Source"], path: "Tests/TestSupport",
    swiftSettings: houseRules),
  .testTarget(
    name: "HouseRulesTests", dependencies: ["Publishing", "Source", "YAML"],
    swiftSettings: houseRules),
]

// What is measured with; nobody who builds a site needs it.
let benchmarks: [Target] = [
  .executableTarget(
    name: "corpus", dependencies: ["Values", argumentParser], path: "Benchmarks/corpus",
    swiftSettings: houseRules),
  .executableTarget(
    name: "language-speed",
    dependencies: [
      "CMimalloc", "Charts", "Defaults", "HTML", "Kinds", "Language", "Pages", "Source",
    ],
    path: "Benchmarks/language", swiftSettings: houseRules),
]

let package = Package(
  name: "sunboard",
  products: [.executable(name: "sunboard", targets: ["sunboard"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: systemLibraries + text + language + drawings + records + published + frontDoor
    + workshop + benchmarks
)
