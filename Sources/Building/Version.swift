import CYAML
import Markdown

/// What this program is, for `--version` and the mark of every build.
package enum Version {
  package static let text = "0.1.0"

  /// With the versions of the libraries that read the records.
  package static var full: String {
    let yaml = unsafe String(cString: yaml_get_version_string())
    return "sunboard \(text) (cmark-gfm \(Markdown.libraryVersion), libyaml \(yaml))"
  }
}
