/// One record of the corpus: the same front matter and body go to every twin.
struct Record {
  /// The folder below content/, without a slash at its end: `estates/s001/e0001/notices`.
  let folder: String
  /// The file's name without its ending.
  let stem: String
  /// The lines between the fences, each with its line feed.
  let frontMatter: String
  /// The Markdown after the fences.
  let body: [UInt8]
}

/// A generator that takes the same records in: Sunboard's public format, and one day Hugo's.
protocol Twin {
  mutating func write(_ record: Record) throws
}
