/// A value of JSON as the engines want it: of Swift's own types.
struct JSONValue: Decodable {
  let value: Any

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let truth = try? container.decode(Bool.self) {
      value = truth
    } else if let number = try? container.decode(Int.self) {
      value = number
    } else if let text = try? container.decode(String.self) {
      value = text
    } else if let list = try? container.decode([JSONValue].self) {
      value = list.map(\.value)
    } else {
      value = try container.decode([String: JSONValue].self).mapValues(\.value)
    }
  }
}
