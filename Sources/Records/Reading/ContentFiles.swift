/// The files below `content/` as the front door has listed them.
package struct ContentFiles: Sendable {
  /// Paths relative to the site's folder with their sizes in bytes.
  package let sizes: [String: Int]
  /// The first bytes of a file, to see whether it is what its name says.
  package let firstBytes: @Sendable (String) -> [UInt8]

  package init(
    sizes: [String: Int], firstBytes: @escaping @Sendable (String) -> [UInt8]
  ) {
    self.sizes = sizes
    self.firstBytes = firstBytes
  }
}
