import Kinds
import Language
import Source
import Values
import YAML

// Files that a record names: they must exist, be of an allowed type and be what their names say.
extension FieldDecoder {
  static let largestAttachment = 20 * 1024 * 1024

  mutating func attachment(_ node: YAMLTree.Node, _ path: NodePath) -> Value {
    let written = UnicodeText.normalized(node.text)
    let ending = written.split(separator: "/").last?.split(separator: ".").dropFirst().last
    let type = ending?.lowercased() ?? ""
    guard AttachmentType.allowed.contains(type) else {
      report(.forbiddenFileType(node, path, type: type))
      return .unreadable
    }
    let parts = written.split(separator: "/")
    guard !written.hasPrefix("/"), !parts.contains(".."), !written.contains("\\") else {
      report(.fileOutside(node, path))
      return .unreadable
    }
    guard let source = source(of: written), let size = files.sizes[source] else {
      report(.noSuchFile(node, path, near: nearFile(written)))
      return .unreadable
    }
    guard size <= Self.largestAttachment else {
      report(.fileTooLarge(node, path, size: size))
      return .unreadable
    }
    guard AttachmentType.agrees(type, with: files.firstBytes(source)) else {
      report(.notWhatItsEndingSays(node, path, type: type))
      return .unreadable
    }
    return publish(source, name: String(parts.last ?? ""), type: type, size: size)
  }

  /// Relative to the record first, then below the folder's `files/`.
  private func source(of written: String) -> String? {
    let own = file.path.split(separator: "/").dropLast().joined(separator: "/")
    return ["\(own)/\(written)", "content/\(home)/files/\(written)", "content/\(home)/\(written)"]
      .first { files.sizes[$0] != nil }
  }

  /// The folder whose `files/` serves the record: the estate's, or that of the kind.
  private var home: String {
    let parts = folder.split(separator: "/")
    return parts.first == "estates" ? parts.prefix(3).joined(separator: "/") : folder
  }

  private func nearFile(_ written: String) -> String? {
    let prefix = "content/\(home)/files/"
    let known = files.sizes.keys.filter { $0.hasPrefix(prefix) }.map {
      String($0.dropFirst(prefix.count))
    }
    return NearMiss.of(written, among: known.sorted())
  }

  private mutating func publish(_ source: String, name: String, type: String, size: Int) -> Value {
    var parts = home.split(separator: "/").map(String.init)
    if parts.first == RecordAddress.estates { parts.removeFirst() }
    let address = "/" + (parts + ["files", name]).joined(separator: "/")
    attachments.append(Attachment(source: source, address: address, size: size, owner: file.path))
    return arena.record([
      arena.text(address), arena.text(name), Value(size), arena.text(type),
    ])
  }
}

/// The types of files that may go out, and how to tell them by their first bytes.
enum AttachmentType {
  static let allowed = ["pdf", "png", "jpg", "jpeg", "webp", "csv", "xlsx", "docx", "txt"]

  static func agrees(_ type: String, with bytes: [UInt8]) -> Bool {
    switch type {
    case "pdf": bytes.starts(with: "%PDF-".utf8)
    case "png": bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
    case "jpg", "jpeg": bytes.starts(with: [0xFF, 0xD8, 0xFF])
    case "webp": bytes.starts(with: "RIFF".utf8) && bytes.dropFirst(8).starts(with: "WEBP".utf8)
    case "xlsx", "docx": bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
    // A text is whatever is not binary.
    default: !bytes.contains(0)
    }
  }
}

/// Addresses that an editor may give for a site of somebody else.
enum WebAddress {
  static func isAcceptable(_ text: String) -> Bool {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else { return false }
    let rest = text.drop { $0 != "/" }.dropFirst(2)
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let isPlain = text.unicodeScalars.allSatisfy {
      0x20 < $0.value && $0.value != 0x7F && $0 != "\"" && $0 != "<" && $0 != ">" && $0 != "\\"
    }
    return !host.isEmpty && !host.contains("@") && isPlain
  }
}
