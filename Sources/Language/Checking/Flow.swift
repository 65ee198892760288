import Source

/// What is known at one point of a program about variables and absences.
struct Flow {
  /// The variables that have a value here, with their types.
  var assigned: [Int: Type] = [:]
  /// The variables set on some way to this point, and where.
  var perhapsAssigned: [Int: Location] = [:]
  /// The paths known not to be absent.
  var present: Set<Path> = []
  /// Whether the program never comes here, because it has left the loop.
  var isDead = false

  /// A variable and the slots that lead on from it.
  struct Path: Hashable {
    var variable: Int
    var slots: [Int] = []
    /// Whether it leads through a namespace, which may change without the variable.
    var isMutable = false
  }

  /// Forgets what was known of members of namespaces.
  mutating func forgetMutable() {
    guard present.contains(where: \.isMutable) else { return }
    present = present.filter { !$0.isMutable }
  }

  mutating func assume(_ facts: Set<Path>) { present.formUnion(facts) }

  /// Forgets what was known of a variable that gets a new value.
  mutating func assign(_ variable: Int, _ type: Type) {
    assigned[variable] = type
    perhapsAssigned[variable] = nil
    present = present.filter { $0.variable != variable }
  }

  /// What is known after either of two ways; nil types report branches that do not agree.
  static func join(
    _ left: Flow, at leftPlace: Location, _ right: Flow, at rightPlace: Location,
    conflict: (_ variable: Int, Type, Type) -> Void
  ) -> Flow {
    var joined = Flow()
    joined.present = left.present.intersection(right.present)
    joined.perhapsAssigned = left.perhapsAssigned.merging(right.perhapsAssigned) { first, _ in first
    }
    for (variable, type) in left.assigned {
      guard let other = right.assigned[variable] else {
        joined.perhapsAssigned[variable] = leftPlace
        continue
      }
      if let both = type.joined(with: other) {
        joined.assigned[variable] = both
      } else {
        conflict(variable, type, other)
        joined.assigned[variable] = .unknown
      }
    }
    for variable in right.assigned.keys where left.assigned[variable] == nil {
      joined.perhapsAssigned[variable] = rightPlace
    }
    return joined
  }
}

/// What a condition proves of the paths it reads, if it is true and if it is false.
struct Facts {
  var ifTrue: Set<Flow.Path> = []
  var ifFalse: Set<Flow.Path> = []

  var negated: Facts { Facts(ifTrue: ifFalse, ifFalse: ifTrue) }
}
