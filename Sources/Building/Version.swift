import CMimalloc
import CYAML
import Markdown

/// What this program is, for `--version` and the mark of every build.
package enum Version {
  package static let text = "0.1.0"

  /// The allocator that serves the whole program once it is linked, as 2.0.9.
  private static var allocator: String {
    let number = mi_version()
    return "\(number / 100).\(number / 10 % 10).\(number % 10)"
  }

  /// With the versions of the libraries that read the records.
  package static var full: String {
    let yaml = unsafe String(cString: yaml_get_version_string())
    return """
      sunboard \(text) (cmark-gfm \(Markdown.libraryVersion), libyaml \(yaml), \
      mimalloc \(allocator))
      """
  }
}
