package import Kinds
package import Source

/// Pages that are not one record's page, as `templates/pages.yml` declares them.
package struct PageDeclaration: Sendable {
  package let name: String
  /// The variable and the list for each of whose elements there is a page.
  package let each: (variable: String, list: Snippet)?
  package let when: Snippet?
  package let bindings: [(name: String, value: Snippet)]
  package let address: Snippet
  package let title: Snippet
  package let template: (name: String, place: Location)
}
