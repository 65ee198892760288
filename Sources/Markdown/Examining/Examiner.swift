import HTML
import Source

/// Walks a tree once and collects what there is to say.
struct Examiner {
  private var places: Places
  private let address: String
  private var examination = Examination()
  private var plain = PlainText()
  private var lastLevel: Int?
  private var isTooDeep = false
  private var openTags: Set<String> = []
  private var invisibles: InvisibleReferences

  init(_ places: Places, address: String) {
    self.places = places
    self.address = address
    self.invisibles = InvisibleReferences(places)
  }

  mutating func read(_ root: Node) {
    var walk = Walk(root)
    while let (event, node) = walk.next() {
      guard event == .enter else {
        plain.leave(node)
        continue
      }
      plain.enter(node)
      let kind = node.kind
      places.enter(node, kind)
      if Limits.depth < walk.depth { sayTooDeep() }
      read(node, kind)
    }
  }

  consuming func finish(knows: (Link) -> Bool) -> Examination {
    for link in examination.links where link.path != nil && !knows(link) {
      examination.diagnostics.append(LinksLeadSomewhere.finding(link, in: places.file))
    }
    examination.diagnostics.sort { Self.order(of: $0) < Self.order(of: $1) }
    examination.plainText = plain.text
    return examination
  }

  private static func order(of diagnostic: Diagnostic) -> (Int, String) {
    (diagnostic.location.range?.lower ?? 0, diagnostic.code)
  }

  private mutating func read(_ node: Node, _ kind: Kind) {
    switch kind {
    case .htmlBlock, .htmlInline: readHTML(node, kind)
    case .heading: readHeading(node)
    case .link: readLink(node, .link)
    case .image: readLink(node, .image)
    case .text: readScalars(of: node.literal)
    case .codeBlock: readScalars(of: node.codeLanguage)
    default: break
    }
  }

  private mutating func sayTooDeep() {
    guard !isTooDeep else { return }
    isTooDeep = true
    let violation = TreesAreShallow.finding(at: places.block, in: places.file)
    examination.diagnostics.append(violation)
  }

  private mutating func readHTML(_ node: Node, _ kind: Kind) {
    let html = node.literal
    let tag = RawHTMLIsDropped.Tag(html)
    // The end of an element whose start was named is the same mistake.
    if tag.isClosing, openTags.contains(tag.name) { return }
    openTags.insert(tag.name)
    let range = places.place(of: node, kind)
    examination.diagnostics.append(
      RawHTMLIsDropped.finding(html, tag, at: range, isBlock: kind == .htmlBlock, in: places.file))
  }

  private mutating func readHeading(_ node: Node) {
    defer { lastLevel = node.headingLevel }
    guard let lastLevel, lastLevel + 1 < node.headingLevel else { return }
    examination.diagnostics.append(
      HeadingsStepByOne.finding(
        level: node.headingLevel, after: lastLevel, at: places.block, in: places.file))
  }

  private mutating func readLink(_ node: Node, _ purpose: Link.Purpose) {
    let written = node.address
    let scheme = URLScheme(of: written)
    let range = places.place(of: node, node.kind)
    let link = Link(
      purpose: purpose, address: written, scheme: scheme,
      path: scheme == .relative ? path(of: written) : nil, range: range)
    examination.links.append(link)
    if let finding = AddressesAreHarmless.finding(link, in: places.file) {
      examination.diagnostics.append(finding)
    } else {
      readScalars(of: written, wherever: true)
    }
    if purpose == .image, ImagesSayWhatTheyShow.isSilent(PlainText.of(node)) {
      examination.diagnostics.append(ImagesSayWhatTheyShow.finding(at: range, in: places.file))
    }
    readScalars(of: node.title, wherever: true)
  }

  private func path(of written: String) -> String? {
    let path = RelativeAddress.split(written).path
    guard !path.isEmpty else { return nil }
    let absolute = RelativeAddress.resolve(path, against: address)
    return RelativeAddress.decoded(absolute)
  }

  private mutating func readScalars(of text: String, wherever: Bool = false) {
    examination.diagnostics += invisibles.findings(
      in: text, from: wherever ? places.body : places.block, nearest: places.block,
      in: places.file)
  }
}
