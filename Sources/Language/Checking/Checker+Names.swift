import Source
import Values

extension Checker {
  /// The binding of a name, from the innermost scope outwards.
  func binding(of name: String) -> Scope.Binding? {
    for scope in scopes.reversed() {
      if let binding = binding(of: name, in: scope) { return binding }
    }
    return nil
  }

  private func binding(of name: String, in scope: Scope) -> Scope.Binding? {
    if let binding = scope.names[name] { return binding }
    guard let (variable, record) = scope.opened, schema[record].slot(of: name) != nil else {
      return nil
    }
    return .member(of: variable, record, name)
  }

  var visibleNames: [String] { Set(scopes.flatMap(visibleNames)).sorted() }

  private func visibleNames(in scope: Scope) -> [String] {
    Array(scope.names.keys) + (scope.opened.map { schema[$0.record].members.map(\.name) } ?? [])
  }

  /// Remembers where a name from further out was read.
  func noteRead(_ name: String, isInner: Bool = false) {
    guard dialect == .html else { return }
    var isInner = isInner
    for index in scopes.indices.reversed() {
      let isKnown = scopes[index].names[name] != nil
      // An input is from further out than all that the template sets.
      guard !isKnown || isInput(name, in: scopes[index]) else { return }
      if !isInner {
        scopes[index].reads.insert(name)
      } else if !scopes[index].reads.contains(name) {
        scopes[index].innerReads.insert(name)
      }
      if isKnown { return }
      isInner = isInner || scopes[index].isLocal
    }
  }

  /// Whether a name stands for what the program was given, not for what it has set.
  private func isInput(_ name: String, in scope: Scope) -> Bool {
    guard !scope.isLocal, case .variable(let variable)? = scope.names[name] else { return false }
    return frames[position.frame].setPlaces[variable] == nil
  }

  func checkName(_ name: String, at range: SourceRange) -> CheckedExpression {
    let place = place(range)
    noteRead(name)
    switch binding(of: name) {
    case .variable(let variable):
      guard let type = flow.assigned[variable] else {
        if let set = flow.perhapsAssigned[variable] {
          return faulty(.maybeUnset(name, at: place, set: set))
        }
        return faulty(unknownName(name, at: place))
      }
      if name == Self.today { readsToday = true }
      let path = Flow.Path(variable: variable)
      return CheckedExpression(narrowed(type, path), .variable(variable), at: place)
    case .member(let variable, let record, let name):
      let owner = CheckedExpression(.record(record), .variable(variable), at: place)
      return member(name, of: owner, record, at: place, nameAt: place)
    case .global(let variable, let type):
      if name == Self.today { readsToday = true }
      return CheckedExpression(type, .global(variable), at: place)
    case .faulty: return faulty(at: place)
    case .macro: return faulty(.macroWithoutCall(name, at: place))
    case .module: return faulty(.moduleAsValue(name, at: place))
    case nil:
      if name == "caller", let macro = position.macro { return callerAsCondition(macro, at: place) }
      return faulty(unknownName(name, at: place))
    }
  }

  /// The macro's caller as a condition; one that is not there can only be asked for, as in Jinja.
  private func callerAsCondition(_ macro: MacroUse, at place: Location) -> CheckedExpression {
    guard let call = macro.call else {
      return macro.definition.statement.mayLackCaller
        ? constant(.none, .none, at: place) : faulty(.noCaller(macro.definition.name, at: place))
    }
    call.isUsed = true
    return constant(.bool, .bool(true), at: place)
  }

  /// The name under which programs know the as-of date.
  static let today = "today"

  private func unknownName(_ name: String, at place: Location) -> Diagnostic {
    if let block = position.openBlocks.last,
      position.hidden.contains(where: { $0.names[name] != nil })
    {
      return .hiddenFromBlock(name, block: block.name, at: place)
    }
    if let meant = Self.otherNames[name] { return .unknownName(name, meaning: meant, at: place) }
    if position.macro != nil, ["varargs", "kwargs"].contains(name) {
      return .leftOut(.variadic, at: place)
    }
    if let withheld = position.macro?.definition.withheld,
      withheld.contains(where: { $0.names[name] != nil })
    {
      return .contextInMacro(name, at: place)
    }
    if let labelled = labelledName(name) {
      return .unknownName(name, among: [], at: place).suggesting(labelled)
    }
    return .unknownName(name, among: visibleNames, at: place)
  }

  /// What other languages write, with what is meant.
  private static let otherNames: [String: Wording] = [
    "null": Wording(zh: "请写 `none`", en: "write `none`"),
    "nil": Wording(zh: "请写 `none`", en: "write `none`"),
    "undefined": Wording(zh: "请写 `none`，或问 `is defined`", en: "write `none`, or ask `is defined`"),
    "loop": Wording(zh: "`loop` 只在 for 循环里有", en: "`loop` is known inside a `for` only"),
  ]

  /// The visible member that people call `label`.
  private func labelledName(_ label: String) -> String? {
    for scope in scopes.reversed() {
      for name in visibleNames(in: scope).sorted() {
        guard case .member(_, let record, let member) = binding(of: name, in: scope),
          let slot = schema[record].slot(of: member)
        else { continue }
        if schema[record][slot].labels.values.contains(label) { return name }
      }
    }
    return nil
  }

  func narrowed(_ type: Type, _ path: Flow.Path) -> Type {
    guard case .optional(let inner) = type, flow.present.contains(path) else { return type }
    return inner
  }

  /// The path that an expression reads, if it is a variable and members of it.
  func path(of expression: CheckedExpression) -> Flow.Path? {
    switch expression.form {
    case .variable(let variable): return Flow.Path(variable: variable)
    case .global(let variable): return Flow.Path(variable: -1 - variable)
    case .cell(let owner, let slot, _):
      guard var path = path(of: owner) else { return nil }
      path.slots.append(slot)
      if case .namespace = owner.type { path.isMutable = true }
      return path
    case .element(let list, let position):
      guard var path = path(of: list), case .constant(.number(let place)) = position.form else {
        return nil
      }
      path.slots.append(pathSlot(ofKey: "[\(place.coefficient)]"))
      return path
    case .entry(let map, let key):
      guard var path = path(of: map), case .constant(.string(let name)) = key.form else {
        return nil
      }
      path.slots.append(pathSlot(ofKey: name))
      return path
    case .loopMember(let member, let loop):
      return loopPath(member, of: loop)
    default: return nil
    }
  }

  func loopPath(_ member: LoopMember, of loop: Int) -> Flow.Path {
    Flow.Path(variable: loop, slots: [-1 - (LoopMember.allCases.firstIndex(of: member) ?? 0)])
  }

  func checkMember(_ operand: Expression, _ name: Identifier) -> CheckedExpression {
    if case .name(let text) = operand.form, case .module(let module)? = binding(of: text) {
      return moduleMember(
        name, of: module, at: place(operand.range.joined(with: name.range)))
    }
    let owner = checkOwner(operand)
    let whole = place(operand.range.joined(with: name.range))
    let namePlace = place(name.range)
    switch owner.type {
    case .unknown: return faulty(at: whole)
    case .record(let record):
      return member(name.name, of: owner, record, at: whole, nameAt: namePlace)
    case .optional, .none:
      return faulty(.mayBeAbsent(file.text(in: operand.range), at: place(operand.range)))
    case .cycler(let element):
      guard name.name == "current" else { return faulty(noCyclerMember(name)) }
      position.readsState = true
      return CheckedExpression(element, .call(Operations.currentOfCycler, [owner]), at: whole)
    case .namespace(let id): return namespaceMember(name, of: owner, id, at: whole)
    case .loop(let element):
      return loopMember(name, of: owner, element, at: whole)
    case .map:
      if let method = LeftOut(methodOfMap: name.name) {
        return faulty(.leftOut(method, at: namePlace))
      }
      let key = constant(.string, .string(name.name), at: namePlace)
      return entry(key, of: owner, at: whole)
    default:
      if let value = valueMember(name.name, of: owner, at: whole) { return value }
      return faulty(.noMembers(name.name, of: self.name(of: owner.type), at: namePlace))
    }
  }

  func member(
    _ name: String, of owner: CheckedExpression, _ record: RecordID, at whole: Location,
    nameAt: Location, isKey: Bool = false
  ) -> CheckedExpression {
    let shape = schema[record]
    if shape.isData, !isKey, let method = LeftOut(methodOfMap: name) {
      return faulty(.leftOut(method, at: nameAt))
    }
    guard let slot = shape.slot(of: name) else {
      return faulty(noSuchMember(name, of: owner, shape, at: nameAt))
    }
    let member = settledMember(slot, of: record)
    readMembers.insert(MemberID(record, slot: slot))
    if member.readsToday { readsToday = true }
    if member.reachesOutside { reachesOutside = true }
    // The kind's own file has a finding that explains it.
    guard member.type != .unknown else { return faulty(at: whole) }
    let form = CheckedExpression.Form.cell(owner, slot: slot, derivation: member.derivation)
    let cell = CheckedExpression(member.type, form, at: whole)
    guard let path = path(of: cell) else { return cell }
    return CheckedExpression(narrowed(member.type, path), form, at: whole)
  }

  /// The member in a slot with all that is to be known of it.
  func settledMember(_ slot: Int, of record: RecordID) -> Member {
    if let settle, let derivation = schema[record][slot].derivation { settle(derivation, &schema) }
    return schema[record][slot]
  }

  private func noSuchMember(
    _ name: String, of owner: CheckedExpression, _ shape: RecordShape, at place: Location
  ) -> Diagnostic {
    let names = shape.members.map(\.name)
    let labelled = shape.members.first { $0.labels.values.contains(name) }?.name
    let suggestion = labelled ?? NearMiss.of(name, among: names) ?? reachable(name, from: shape)
    let ownerText = owner.place.range.map { owner.place.file.text(in: $0) } ?? ""
    let declared = shape.declaration.map { $0.file.path } ?? ""
    let origin = Note(
      Wording(
        zh: "`\(ownerText)` 是 `\(shape.name)`\(declared.isEmpty ? "" : "，见 \(declared)")",
        en: "`\(ownerText)` is a `\(shape.name)`\(declared.isEmpty ? "" : ", see \(declared)")"),
      at: owner.place)
    return .noSuchMember(
      name, of: shape.name, known: names.count <= 24 ? names.sorted() : [], suggestion: suggestion,
      at: place, origin: owner.place.holds(place) || ownerText.isEmpty ? [] : [origin])
  }

  /// `owner.name`, where a record one step away has the member.
  private func reachable(_ name: String, from shape: RecordShape) -> String? {
    for member in shape.members {
      guard case .record(let id) = member.type.present, schema[id].slot(of: name) != nil else {
        continue
      }
      return "\(member.name).\(name)"
    }
    return nil
  }

  private func loopMember(
    _ name: Identifier, of owner: CheckedExpression, _ element: Type, at place: Location
  ) -> CheckedExpression {
    guard case .variable(let loop) = owner.form, let member = LoopMember(rawValue: name.name) else {
      let known = LoopMember.allCases.map(\.rawValue) + ["cycle", "changed"]
      return faulty(
        .noSuchMember(
          name.name, of: "loop", known: known, suggestion: NearMiss.of(name.name, among: known),
          at: self.place(name.range), origin: []))
    }
    let type: Type =
      switch member {
      case .first, .last: .bool
      case .previtem, .nextitem: element.orAbsent
      default: .int
      }
    let value = CheckedExpression(type, .loopMember(member, loop: loop), at: place)
    guard let path = path(of: value) else { return value }
    return CheckedExpression(narrowed(type, path), value.form, at: place)
  }
}

extension Diagnostic {
  func suggesting(_ name: String) -> Diagnostic {
    var diagnostic = self
    diagnostic.help = .suggestion(name) + help
    return diagnostic
  }
}
