import Pages

/// Where the time of a build went, for `--metrics`.
package struct Metrics: Sendable {
  /// The templates of pages, by their total time, longest first.
  package var templates: [Template] = []
  /// The phases of the build in their order, by the clock on the wall.
  package var phases: [(phase: Phase, duration: Duration)] = []
  /// The time that tasks spent on rendering pages and on writing them; side by side, so that it may
  /// be more than the clock on the wall has seen.
  package var rendering: Duration = .zero
  package var writing: Duration = .zero

  /// The pages of one template.
  package struct Template: Sendable {
    package let name: String
    package let pages: Int
    /// The time that rendering them took.
    package let duration: Duration
  }

  /// A part of a build.
  package enum Phase: Sendable, CaseIterable {
    case compiling, reading, judging, planning, pages, publishing
  }
}

/// What a task counts while it makes pages.
struct PageTally: Sendable {
  private(set) var templates: [String: (pages: Int, duration: Duration)] = [:]
  private(set) var rendering: Duration = .zero
  private(set) var writing: Duration = .zero

  mutating func add(_ template: String, rendering: Duration, writing: Duration) {
    let known = templates[template] ?? (0, .zero)
    templates[template] = (known.pages + 1, known.duration + rendering)
    self.rendering += rendering
    self.writing += writing
  }

  mutating func add(_ other: PageTally) {
    templates.merge(other.templates) { ($0.pages + $1.pages, $0.duration + $1.duration) }
    rendering += other.rendering
    writing += other.writing
  }
}

/// The pages of one task on the clock, which is read twice a page: a ten-thousandth of its cost.
struct MeasuredPages {
  private let programs: PagePrograms
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private var rendering: Duration = .zero
  private(set) var tally = PageTally()

  init(_ programs: PagePrograms) {
    self.programs = programs
    last = clock.now
  }

  mutating func noteRendered() {
    let now = clock.now
    rendering = now - last
    last = now
  }

  mutating func noteWritten(_ page: PlannedPage) {
    let now = clock.now
    tally.add(programs.template(of: page), rendering: rendering, writing: now - last)
    last = now
  }
}

/// Measures the phases of a build, one after the other.
struct Stopwatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private(set) var phases: [(phase: Metrics.Phase, duration: Duration)] = []

  init() { last = clock.now }

  /// Ends a phase; what follows belongs to the next one.
  mutating func lap(_ phase: Metrics.Phase) {
    let now = clock.now
    phases.append((phase, now - last))
    last = now
  }
}

extension Metrics {
  init(_ tally: PageTally, _ stopwatch: Stopwatch) {
    templates = tally.templates
      .map { Template(name: $0.key, pages: $0.value.pages, duration: $0.value.duration) }
      .sorted { ($1.duration, $0.name) < ($0.duration, $1.name) }
    phases = stopwatch.phases
    rendering = tally.rendering
    writing = tally.writing
  }
}
