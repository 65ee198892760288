import Testing

private let estate = Estate()

@Suite struct `What a condition proves` {
  @Test(arguments: [
    "{% if home.owner is defined %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner is not none %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner != none %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner %}{{ home.owner.name }}{% endif %}",
    "{% if not home.owner %}{% else %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner is undefined %}{% else %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner == none %}{% elif yes %}{{ home.owner.name }}{% endif %}",
    "{% if yes and home.owner %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner and home.owner.name == '张三' %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner is none or no %}{% else %}{{ home.owner.name }}{% endif %}",
    "{% if not (home.owner is none or no) %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner is none or home.owner.name == '张三' %}张三{% endif %}",
    "{{ home.owner.name if home.owner else '' }}",
    "{% set o = home.owner %}{% if o %}{{ o.name }}{% endif %}",
    "{% for h in [home] if h.owner %}{% if h.owner %}{{ h.owner.name }}{% endif %}{% endfor %}",
  ])
  func `holds where it must`(source: String) {
    #expect(estate.outcome(source) == .text("张三"))
  }

  @Test(arguments: [
    "{{ home.owner.name }}", "{% if home.owner or yes %}{{ home.owner.name }}{% endif %}",
    "{% if home.owner %}{% endif %}{{ home.owner.name }}",
    "{% if home.owner %}{{ other.owner.name }}{% endif %}",
    "{% if not home.owner %}{{ home.owner.name }}{% endif %}",
    "{% set o = home.owner %}{% if o %}{% set o = other.owner %}{{ o.name }}{% endif %}",
    "{% if home.owner %}{{ home.owner.phone }}{% endif %}", "{{ maybe }}", "{{ maybe ~ 'x' }}",
    "{{ maybe|upper }}", "{% for x in maybe|default(none) %}{% endfor %}", "{{ count + 1 }}",
    "{{ count < 1 }}", "{{ home.counts.甲 }}", "{{ home.counts['甲'] }}",
    "{% for x in ints %}{{ loop.previtem }}{% endfor %}",
  ])
  func `does not hold elsewhere`(source: String) {
    guard case .findings(let codes) = estate.outcome(source) else {
      Issue.record("accepted: \(source)")
      return
    }
    #expect(codes == ["T013"])
  }

  @Test(arguments: [
    ("{% if home.counts.甲 is defined %}{{ home.counts.甲 }}{% endif %}", "2"),
    ("{% if home.counts['甲'] is defined %}{{ home.counts.甲 }}{% endif %}", "2"),
    (
      "{% for x in ints %}{% if loop.previtem is defined and loop.previtem > x %}{{ loop.previtem }}{% endif %}{% endfor %}",
      "3"
    ),
    ("{{ maybe|default('-') }}{{ given|default('-') }}", "-有"), ("{{ maybe|default }}", ""),
    ("{{ given|default('-') ~ maybe|d('=') }}", "有="), ("{{ ''|d('x', true) }}", "x"),
    ("{{ home.fee|default('未填报') }}/{{ other.fee|default('未填报') }}", "2.85/未填报"),
  ])
  func `reaches keys of maps, neighbours in loops and defaults`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }
}

@Suite struct `A name that is set` {
  @Test(arguments: [
    ("{% set a = 1 %}{{ a }}", "1"),
    ("{% if yes %}{% set a = 1 %}{% else %}{% set a = 2 %}{% endif %}{{ a }}", "1"),
    (
      "{% if no %}{% set a = 1 %}{% elif yes %}{% set a = 2 %}{% else %}{% set a = 3 %}{% endif %}{{ a }}",
      "2"
    ),
    ("{% set a = 1 %}{% if yes %}{% set a = 2 %}{% endif %}{{ a }}", "2"),
    ("{% set a = 1 %}{% if yes %}{% set a = 2.5 %}{% endif %}{{ a }}", "2.5"),
    ("{% set name = 'x' %}{{ name }}", "x"), ("{% set 标题 = '甲' %}{{ 标题 }}", "甲"),
    ("{% set a = 1 %}{% set a = 'now text' %}{{ a }}", "now text"),
    ("{% set a = 1 %}{% for i in ints %}{{ a }}{% set a = a + 1 %}{% endfor %}{{ a }}", "1111"),
    (
      "{% for i in ints %}{% set a = i %}{% if yes %}{% set a = 9 %}{% endif %}{{ a }}{% endfor %}",
      "999"
    ),
  ])
  func `is known where every way has set it`(source: String, text: String) {
    #expect(estate.outcome(source) == .text(text))
  }

  @Test(arguments: [
    ("{% if yes %}{% set a = 1 %}{% endif %}{{ a }}", "T019"),
    ("{% if yes %}{% set a = 1 %}{% elif no %}{% else %}{% set a = 1 %}{% endif %}{{ a }}", "T019"),
    ("{% for i in ints %}{% set a = 1 %}{% endfor %}{{ a }}", "T004"),
    ("{% block b %}{% set a = 1 %}{% endblock %}{{ a }}", "T004"),
    ("{{ a }}{% set a = 1 %}", "T004"),
    ("{% if yes %}{% set a = 1 %}{% else %}{% set a = 'x' %}{% endif %}{{ a }}", "T022"),
    ("{% set loop = 1 %}", "T001"), ("{% set true = 1 %}", "T001"),
    ("{% for loop in ints %}{% endfor %}", "T001"),
  ])
  func `is refused where some way has not`(source: String, code: String) {
    #expect(estate.outcome(source) == .findings([code]))
  }
}
