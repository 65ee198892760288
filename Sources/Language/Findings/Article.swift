extension String {
  /// The name of a type as English says it: `an Int`, `a Date`.
  var withArticle: String {
    let isVowel = first.map { "AEIOUaeio".contains($0) } ?? false
    return (isVowel || hasPrefix("Html") ? "an " : "a ") + self
  }
}
