/// Names and addresses that follow from where a record lies.
enum RecordAddress {
  /// The folder under which estates lie; it takes no part in addresses.
  static let estates = "estates"

  /// The address of the page, the id and the folder of a record at `path`.
  static func of(_ path: [String], describesFolder: Bool)
    -> (address: String, id: String, folder: String)
  {
    var parts = path
    if parts.first == estates { parts.removeFirst() }
    let stem = String((parts.popLast() ?? "").dropLast(".md".count))
    let folder = path.dropLast().joined(separator: "/")
    if describesFolder {
      let address = parts.isEmpty ? "/" : "/\(parts.joined(separator: "/"))/"
      return (address, parts.last ?? stem, folder)
    }
    return ("/\((parts + [stem]).joined(separator: "/"))/", stem, folder)
  }

  /// What stands in a reference from outside: `ganquan/xinghe/2026-fee`, `wanhe`, `ganquan`.
  static func reference(_ path: [String], describesFolder: Bool) -> String {
    var parts = path
    if parts.first == estates {
      parts.removeFirst()
    } else if !describesFolder {
      parts.removeFirst()
    }
    let stem = String((parts.popLast() ?? "").dropLast(".md".count))
    if describesFolder { return parts.joined(separator: "/") }
    // Between estate and stem stands the folder of the kind, which the field knows already.
    if path.first == estates, 2 < parts.count { parts.removeSubrange(2...) }
    return (parts + [stem]).joined(separator: "/")
  }
}
