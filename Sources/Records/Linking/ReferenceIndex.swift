import Kinds
import Source

/// Where references lead: records of the kinds that some field refers to, by their ids.
struct ReferenceIndex {
  private var targets: [String: [String: Int]] = [:]

  init(_ records: [SiteRecord], _ rulebook: Rulebook) {
    let kinds = Set(rulebook.layouts.flatMap { $0.fields.flatMap(\.referredKinds) })
    for (index, record) in records.enumerated() {
      let layout = rulebook.layouts[record.kind]
      guard kinds.contains(layout.kind.name) else { continue }
      let id = RecordAddress.reference(record.path, describesFolder: layout.isFolder)
      targets[layout.kind.name, default: [:]][id] = index
    }
  }

  /// The record that is meant: a sibling in the same folder first, then by the whole id.
  func target(of reference: PendingReference, from record: SiteRecord) -> Int? {
    guard let known = targets[reference.kind] else { return nil }
    return known["\(Self.home(of: record))/\(reference.text)"] ?? known[reference.text]
  }

  /// The id that was probably meant, as it would be written here.
  func near(_ reference: PendingReference, from record: SiteRecord) -> String? {
    let known = (targets[reference.kind] ?? [:]).keys.sorted()
    let home = "\(Self.home(of: record))/"
    let siblings = known.filter { $0.hasPrefix(home) }.map { String($0.dropFirst(home.count)) }
    if let near = NearMiss.of(reference.text, among: siblings) { return near }
    // An estate without its street, where only one street has such an estate.
    let longer = known.filter {
      $0.hasSuffix("/\(reference.text)") && $0.split(separator: "/").count == 2
    }
    if longer.count == 1 { return longer.first }
    return NearMiss.of(reference.text, among: known)
  }

  private static func home(of record: SiteRecord) -> String {
    record.path.prefix(3).dropFirst().joined(separator: "/")
  }
}
