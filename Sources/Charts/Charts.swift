package import Language

/// Drawings for readers, as functions of the template language.
///
/// Each takes records and paths into them, checks both when the template is compiled, and gives a
/// figure: a finding as its title, an SVG that also prints in black and white, and the same figures
/// as a table. Nothing but classes and attributes: the policy of the pages allows no inline style.
package enum Charts {
  /// All drawings, for a library of the language.
  package static let functions: [Callable] = [
    .bars, .quartiles, .scatter, .steps, .waterfall, .slope, .progress, .gates, .timeline,
  ]
}
