package import Source

/// The record shapes and choices that a set of programs is checked against.
///
/// A value: shapes refer to one another by number, so they may be circular.
package struct Schema: Sendable {
  package private(set) var records: [RecordShape] = []
  package private(set) var choices: [ChoiceSet] = []
  private var namesOfRecords: [String: RecordID] = [:]

  package init() {}

  package subscript(id: RecordID) -> RecordShape {
    get { records[id.index] }
    set { records[id.index] = newValue }
  }

  package subscript(id: ChoiceID) -> ChoiceSet { choices[id.index] }

  /// Enters a shape; its members may be added later through the subscript.
  package mutating func add(_ shape: RecordShape) -> RecordID {
    let id = RecordID(index: records.count)
    records.append(shape)
    namesOfRecords[shape.name] = id
    return id
  }

  /// Enters a set of choices.
  package mutating func add(_ choices: ChoiceSet) -> ChoiceID {
    self.choices.append(choices)
    return ChoiceID(index: self.choices.count - 1)
  }

  /// The shape of that name, if there is one.
  package func record(named name: String) -> RecordID? { namesOfRecords[name] }
}

/// The members of one nominal record type and where each lies.
package struct RecordShape: Sendable {
  package let name: String
  /// The file and place that declare it, for second places in findings.
  package let declaration: Location?
  package private(set) var members: [Member] = []
  /// Whether its values may be taken apart in order, as the pairs of `items`.
  package var isTuple = false
  /// Whether it was inferred from data, so that its values are objects rather than records.
  package var isData = false
  /// The type of all its values, where an object may also be used as a map.
  package var mapElement: Type?
  private var slots: [String: Int] = [:]

  package init(name: String, declaration: Location? = nil) {
    self.name = name
    self.declaration = declaration
  }

  /// Adds a member in the next slot.
  @discardableResult
  package mutating func add(_ member: Member) -> Int {
    slots[member.name] = members.count
    members.append(member)
    return members.count - 1
  }

  /// The place of a member by its name.
  package func slot(of name: String) -> Int? { slots[name] }

  /// The cell behind the members, which holds the map of an object that may be used as one.
  package var mapSlot: Int { members.count }

  package subscript(slot: Int) -> Member {
    get { members[slot] }
    set { members[slot] = newValue }
  }
}

/// One member of a record: a field, a derived value, or a way to another record.
package struct Member: Sendable {
  package let name: String
  package var type: Type
  /// What people call it, by language tag (`zh-Hans`, `zh-Hant`, `en`).
  package var labels: [String: String]
  package var declaration: Location?
  package var role: Role
  /// The program that computes it when it is first read; nil for what was written or linked.
  package var derivation: Int?
  /// Whether its value depends on records of other folders.
  package var reachesOutside: Bool
  /// Whether its value follows from the as-of date.
  package var readsToday: Bool

  /// Where a member's value comes from.
  package enum Role: Sendable {
    /// An editor wrote it.
    case field
    /// An expression gives it.
    case derived
    /// The site's order gives it: parents, siblings, addresses.
    case system
  }

  package init(
    _ name: String, _ type: Type, role: Role = .field, labels: [String: String] = [:],
    declaration: Location? = nil, derivation: Int? = nil, readsToday: Bool = false,
    reachesOutside: Bool = false
  ) {
    self.name = name
    self.type = type
    self.role = role
    self.reachesOutside = reachesOutside
    self.labels = labels
    self.declaration = declaration
    self.derivation = derivation
    self.readsToday = readsToday
  }
}

/// The words between which a choice field decides.
package struct ChoiceSet: Sendable {
  package let name: String
  package let choices: [Choice]

  package init(name: String, choices: [Choice]) {
    self.name = name
    self.choices = choices
  }

  /// The place of a word as the language writes it.
  package func index(of word: String) -> Int? { choices.firstIndex { $0.word == word } }

  /// One word, as the language writes it and as people read it.
  package struct Choice: Sendable {
    package let word: String
    package let labels: [String: String]

    package init(word: String, labels: [String: String]) {
      self.word = word
      self.labels = labels
    }
  }
}
