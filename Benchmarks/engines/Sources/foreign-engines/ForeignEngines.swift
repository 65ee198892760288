import Foundation
import Mustache
import Stencil

/// Renders with Stencil or swift-mustache what `compare.py` asks for, line by line.
///
/// `load {"name","template","data"}`, `print NAME`, `time NAME COUNT`: the same three requests as
/// `language-speed --serve` answers.
@main
enum ForeignEngines {
  static func main() throws {
    let engine = CommandLine.arguments.dropFirst().first ?? ""
    var pages: [String: () throws -> String] = [:]
    while let line = readLine() {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      switch words[0] {
      case "load":
        let request = try JSONDecoder().decode(Request.self, from: Data(words[1].utf8))
        pages[request.name] =
          engine == "stencil" ? try stencil(request) : try mustache(request)
        answer("loaded")
      case "print":
        let text = try pages[words[1]]?() ?? ""
        answer("\(text.utf8.count)\n\(text)")
      default:
        let parts = words[1].split(separator: " ")
        guard let page = pages[String(parts[0])], let count = Int(parts[1]) else { return }
        answer("\(try nanoseconds(count, page))")
      }
    }
  }

  private struct Request: Decodable {
    let name: String
    let template: String
    let data: [String: JSONValue]
  }

  private static func stencil(_ request: Request) throws -> () throws -> String {
    let escaping = Extension()
    escaping.registerFilter("escape") { value in (value as? String).map(escaped) ?? value }
    let environment = Environment(extensions: [escaping])
    let template = Template(templateString: request.template, environment: environment)
    let data = request.data.mapValues(\.value)
    return { try template.render(data) }
  }

  /// Stencil escapes nothing of itself; this is as quick as it can be in Swift.
  private static func escaped(_ text: String) -> String {
    let special = text.utf8.contains { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }
    guard special else { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&#34;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func mustache(_ request: Request) throws -> () throws -> String {
    let template = try MustacheTemplate(string: request.template)
    let data = request.data.mapValues(\.value)
    return { template.render(data) }
  }

  private static func nanoseconds(_ count: Int, _ page: () throws -> String) rethrows -> Int64 {
    let clock = ContinuousClock()
    var bytes = 0
    let start = clock.now
    for _ in 0..<count { bytes &+= try page().utf8.count }
    let duration = clock.now - start
    precondition(0 < bytes, "a page has text")
    return duration.components.seconds * 1_000_000_000 + duration.components.attoseconds
      / 1_000_000_000
  }

  private static func answer(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
  }
}
