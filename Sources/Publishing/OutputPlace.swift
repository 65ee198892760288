/// The names that belong to one output folder, all in its parent.
struct OutputPlace: Hashable, Sendable {
  /// The folder that holds the output.
  let parent: String
  /// The output's own name: `public`.
  let name: String

  init(_ path: String) throws {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let last = parts.popLast(), last != ".", last != "..", last.utf8.count <= 240 else {
      throw PublicationRefusal.unusableOutput(path)
    }
    name = String(last)
    let above = parts.joined(separator: "/")
    parent = path.hasPrefix("/") ? "/\(above)" : above.isEmpty ? "." : above
  }

  /// The path as people know it.
  var path: String {
    switch parent {
    case ".": name
    case "/": "/\(name)"
    default: "\(parent)/\(name)"
    }
  }

  /// The twin, where two folders can be exchanged.
  var twin: String { ".\(name).next" }
  /// The folders between which a symbolic link switches, where they cannot.
  var generations: [String] { [".\(name).a", ".\(name).b"] }
  /// The new link before it takes the old one's place.
  var newLink: String { ".\(name).link" }
  var lock: String { ".\(name).lock" }
  var state: String { ".\(name).state" }
  var probes: [String] { [".\(name).probe-a", ".\(name).probe-b"] }
}
