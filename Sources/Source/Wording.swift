/// One text in the two languages that messages speak.
package struct Wording: Hashable, Sendable {
  package let chinese: String
  package let english: String

  package init(zh chinese: String, en english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// A text that is the same in both, such as a figure.
  package init(_ both: String) {
    self.init(zh: both, en: both)
  }

  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }
}

/// The language of a run's messages.
package enum MessageLanguage: String, Sendable, CaseIterable {
  case chinese = "zh-Hans"
  case english = "en"
}
