/// The kinds, jurisdictions, templates and assets that every site has unless it brings its own.
///
/// They lie in folders of the repository and are written into `embeddedFiles` at build time.
package enum Defaults {
  /// The files of one folder by their paths in it, sorted.
  package static func files(in folder: String) -> [(name: String, text: String)] {
    embeddedFiles.compactMap { file in
      let path = "\(file.path)"
      guard path.hasPrefix("\(folder)/") else { return nil }
      return (String(path.dropFirst(folder.count + 1)), "\(file.text)")
    }
  }
}
