// What is known of conditions before anything runs.
extension Checker {
  /// Whether a condition never holds, so that what depends on it never runs.
  func isKnownFalse(_ condition: CheckedExpression) -> Bool {
    switch condition.form {
    case .constant(.bool(let isTrue)): !isTrue
    case .truth(let value), .isPresent(let value): value.type == .none
    case .and(let left, let right): isKnownFalse(left) || isKnownFalse(right)
    case .or(let left, let right): isKnownFalse(left) && isKnownFalse(right)
    case .not(let inner): isKnownTrue(inner)
    default: false
    }
  }

  /// Whether a condition always holds.
  private func isKnownTrue(_ condition: CheckedExpression) -> Bool {
    switch condition.form {
    case .constant(.bool(let isTrue)): isTrue
    case .isPresent(let value): !value.type.isOptional && value.type != .unknown
    case .and(let left, let right): isKnownTrue(left) && isKnownTrue(right)
    case .or(let left, let right): isKnownTrue(left) || isKnownTrue(right)
    case .not(let inner): isKnownFalse(inner)
    default: false
    }
  }
}
