import CYAML

/// libyaml's parser, asked for one event after another.
///
/// All memory of libyaml lives behind this handle; what comes out is numbers and copied bytes.
@safe struct EventReader: ~Copyable {
  // The parser keeps a pointer to itself, so it must not move: hence memory of our own.
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>
  private let input: UnsafeMutableBufferPointer<UInt8>
  private var holdsEvent = false

  /// What an event says.
  enum Kind {
    case streamStart, streamEnd, documentStart, documentEnd, alias, scalar
    case sequenceStart, sequenceEnd, mappingStart, mappingEnd
  }

  /// A reader of `bytes`, or nil if there is no memory.
  init?(_ bytes: ArraySlice<UInt8>) {
    unsafe input = .allocate(capacity: max(1, bytes.count))
    _ = unsafe input.initialize(from: bytes)
    unsafe parser = .allocate(capacity: 1)
    unsafe event = .allocate(capacity: 1)
    unsafe event.initialize(to: yaml_event_t())
    unsafe parser.initialize(to: yaml_parser_t())
    guard unsafe yaml_parser_initialize(parser) == 1 else {
      unsafe parser.deallocate()
      unsafe event.deallocate()
      unsafe input.deallocate()
      return nil
    }
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, input.baseAddress, bytes.count)
  }

  deinit {
    if holdsEvent { unsafe yaml_event_delete(event) }
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
    unsafe event.deallocate()
    unsafe input.deallocate()
  }

  /// The next event, or nil if libyaml refuses the text.
  mutating func next() -> Kind? {
    if holdsEvent { unsafe yaml_event_delete(event) }
    holdsEvent = unsafe yaml_parser_parse(parser, event) == 1
    guard holdsEvent else { return nil }
    return switch unsafe event.pointee.type {
    case YAML_STREAM_START_EVENT: .streamStart
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_DOCUMENT_END_EVENT: .documentEnd
    case YAML_ALIAS_EVENT: .alias
    case YAML_SCALAR_EVENT: .scalar
    case YAML_SEQUENCE_START_EVENT: .sequenceStart
    case YAML_SEQUENCE_END_EVENT: .sequenceEnd
    case YAML_MAPPING_START_EVENT: .mappingStart
    case YAML_MAPPING_END_EVENT: .mappingEnd
    default: .streamEnd
    }
  }

  /// Where the event begins, in characters.
  var start: Int { unsafe event.pointee.start_mark.index }

  /// Where the event ends, in characters; of a block this is where the next thing begins.
  var end: Int { unsafe event.pointee.end_mark.index }

  /// Whether a scalar stands without quotes and not as a block.
  var isPlain: Bool { unsafe event.pointee.data.scalar.style == YAML_PLAIN_SCALAR_STYLE }

  /// Whether a scalar stands in single or double quotes.
  var isQuoted: Bool {
    let style = unsafe event.pointee.data.scalar.style
    return style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE
  }

  /// Whether a document begins with `---` or a directive.
  var isExplicit: Bool { unsafe event.pointee.data.document_start.implicit == 0 }

  /// Whether a scalar or the start of a collection carries an anchor or a tag.
  func isMarked(_ kind: Kind) -> Bool {
    switch kind {
    case .scalar:
      let scalar = unsafe event.pointee.data.scalar
      return unsafe scalar.anchor != nil || scalar.tag != nil
    case .sequenceStart:
      let sequence = unsafe event.pointee.data.sequence_start
      return unsafe sequence.anchor != nil || sequence.tag != nil
    case .mappingStart:
      let mapping = unsafe event.pointee.data.mapping_start
      return unsafe mapping.anchor != nil || mapping.tag != nil
    default: return false
    }
  }

  /// Whether the start of a collection is a `[` or `{`.
  func isFlow(_ kind: Kind) -> Bool {
    kind == .sequenceStart
      ? unsafe event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
      : unsafe event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
  }

  /// How many bytes the decoded text of a scalar has.
  var textCount: Int { unsafe event.pointee.data.scalar.length }

  /// Whether the decoded text of a scalar stands in `bytes` from `start` on.
  func textEquals(_ bytes: [UInt8], from start: Int) -> Bool {
    let text = unsafe self.text
    precondition(start + text.count <= bytes.count, "the scalar stands inside the text")
    for index in text.indices where unsafe text[index] != bytes[start + index] {
      return false
    }
    return true
  }

  /// Appends the decoded text of a scalar.
  func appendText(to bytes: inout [UInt8]) {
    unsafe bytes.append(contentsOf: text)
  }

  private var text: UnsafeBufferPointer<UInt8> {
    unsafe UnsafeBufferPointer(
      start: event.pointee.data.scalar.value, count: event.pointee.data.scalar.length)
  }
}

extension EventReader {
  /// Why libyaml refused the text.
  struct Refusal {
    var problem: String
    var context: String
    /// Where libyaml noticed, in characters.
    var place: Int
    /// Where what it was reading began, in characters.
    var contextPlace: Int
    /// The byte at which the text could not even be read as characters.
    var byte: Int?
  }

  /// Why the last `next()` was nil.
  var refusal: Refusal {
    let isReader = unsafe parser.pointee.error == YAML_READER_ERROR
    return unsafe Refusal(
      problem: parser.pointee.problem.map { unsafe String(cString: $0) } ?? "",
      context: parser.pointee.context.map { unsafe String(cString: $0) } ?? "",
      place: parser.pointee.problem_mark.index,
      contextPlace: parser.pointee.context_mark.index,
      byte: isReader ? parser.pointee.problem_offset : nil)
  }
}
