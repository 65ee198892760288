// Writes files as one Swift source of string literals: embed-defaults OUTPUT ROOT FILE…
import Foundation

@main
enum EmbedDefaults {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard 3 <= arguments.count else { fatalError("usage: embed-defaults OUTPUT ROOT FILE…") }
    let root = arguments[2].hasSuffix("/") ? arguments[2] : arguments[2] + "/"
    var source = "// Made by embed-defaults from the defaults in the repository.\n\n"
    source += "package let embeddedFiles: [(path: StaticString, text: StaticString)] = [\n"
    for file in arguments[3...].sorted() {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      let path = file.hasPrefix(root) ? String(file.dropFirst(root.count)) : file
      source += "  (\"\(path)\", \(literal(text))),\n"
    }
    source += "]\n"
    try source.write(toFile: arguments[1], atomically: true, encoding: .utf8)
  }

  private static func literal(_ text: String) -> String {
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\t": escaped += "\\t"
      case "\r": escaped += "\\r"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
