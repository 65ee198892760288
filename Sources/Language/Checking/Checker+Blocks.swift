import Source

// Blocks, and what they say of their parents' and of each other.
extension Checker {
  func checkBlock(_ block: Statement.Block, opening: SourceRange) -> [CheckedStatement] {
    if position.macro != nil {
      report(.blockInMacro(block.name.name, at: place(block.name.range)))
      return []
    }
    guard !position.openBlocks.contains(where: { $0.name == block.name.name }) else {
      report(.blockCycle(block.name.name, at: place(block.name.range)))
      return []
    }
    let bodies = position.blocks[block.name.name] ?? []
    if block.isRequired, bodies.count < 2 {
      report(.requiredBlock(block.name.name, at: place(block.name.range)))
    }
    let chosen = bodies.first ?? BlockBody(block: block, file: file, chain: chain)
    // Without `scoped` a block does not see the variables of the loops around it.
    return checkBody(
      chosen, level: 0, seeing: block.isScoped ? scopes : scopes.filter { !$0.isLocal })
  }

  /// `super()`: what the parent's block of the same name holds.
  func checkSuper(_ arguments: [Argument], at place: Location) -> [CheckedStatement]? {
    guard let block = position.openBlocks.last else {
      report(.superOutsideBlock(at: place))
      return nil
    }
    guard let bodies = position.blocks[block.name], block.level + 1 < bodies.count else {
      report(.noParentBlock(block.name, at: place))
      return nil
    }
    if let argument = arguments.first {
      report(.extraArgument(of: "super", at: self.place(argument.value.range)))
      return nil
    }
    return checkBody(bodies[block.level + 1], level: block.level + 1, seeing: block.scopes)
  }

  /// `self.name()`: what a block holds, once more.
  func checkBlock(named name: Identifier, _ arguments: [Argument]) -> [CheckedStatement]? {
    let place = place(name.range)
    guard let body = position.blocks[name.name]?.first else {
      report(.noSuchBlock(name.name, among: position.blocks.keys.sorted(), at: place))
      return nil
    }
    if let argument = arguments.first {
      report(.extraArgument(of: "self.\(name.name)", at: self.place(argument.value.range)))
      return nil
    }
    guard !position.openBlocks.contains(where: { $0.name == name.name }) else {
      report(.blockCycle(name.name, at: place))
      return nil
    }
    guard mayExpand(at: place) else { return nil }
    return checkBody(body, level: 0, seeing: scopes.filter { !$0.isLocal })
  }

  /// Checks a filling at the place where its block stands.
  private func checkBody(_ chosen: BlockBody, level: Int, seeing scopes: [Scope])
    -> [CheckedStatement]
  {
    var inner = position
    inner.hidden = position.scopes.filter(\.isLocal)
    inner.scopes = scopes + [Scope(isLocal: true)]
    (inner.file, inner.chain) = (chosen.file, chosen.chain)
    inner.openBlocks.append(
      OpenBlock(name: chosen.block.name.name, level: level, scopes: scopes))
    inner.loopStart = nil
    let start = context
    var end = start
    var hasLostContext = false
    let body = at(inner) {
      let body = check(chosen.block.body)
      if context.returned(to: start) == nil {
        reportContext(
          .contextsDiffer(
            start.wording, context.wording,
            at: Location(chosen.file, chosen.block.name.range),
            what: Wording(zh: "块的开头和结尾", en: "the start and the end of the block")))
      } else {
        end = context
      }
      hasLostContext = self.hasLostContext
      return body
    }
    flow.forgetMutable()
    context = end
    self.hasLostContext = hasLostContext
    return body
  }
}
