import Testing
import Values

@Suite struct `Credit codes` {
  @Test(arguments: ["91350100M000100Y43", " 91350100M000100Y43　", "９１３５０１００Ｍ０００１００Ｙ４３"])
  func `with a right check digit are read`(text: String) throws {
    #expect(try CreditCode(reading: text).description == "91350100M000100Y43")
  }

  @Test(arguments: [
    ("91350100M000100Y44", Malformed.badCheckDigit(expected: "3")),
    ("91350100M000100Y34", .badCheckDigit(expected: "0")),
    ("91350100M000100Y4", .badLength(found: 17)), ("91350100M000100Y433", .badLength(found: 19)),
    ("9", .badLength(found: 1)), ("91350100M000100Y4O", .badCharacter("O")),
    ("91350100I000100Y43", .badCharacter("I")), ("91350100m000100Y43", .badCharacter("m")),
    ("91350100 M000100Y4", .badCharacter(" ")), ("无", .badCharacter("无")), ("", .empty),
  ])
  func `say what is wrong with them`(text: String, reason: Malformed) {
    #expect(throws: reason) { try CreditCode(reading: text) }
  }

  @Test func `notice every single wrong character and every swap of neighbours`() throws {
    let code = Array("91350100M000100Y43")
    for index in code.indices.dropLast() {
      var wrong = code
      wrong[index] = code[index] == "7" ? "8" : "7"
      #expect(throws: Malformed.self) { try CreditCode(reading: String(wrong)) }
      guard code[index] != code[index + 1] else { continue }
      wrong = code
      wrong.swapAt(index, index + 1)
      #expect(throws: Malformed.self) { try CreditCode(reading: String(wrong)) }
    }
  }

  @Test func `are the same only where all characters are`() throws {
    let code = try CreditCode(reading: "91350100M000100Y43")
    #expect(try code == CreditCode(reading: "91350100M000100Y43"))
    #expect(try code != CreditCode(reading: "000000000000000000"))
  }
}

@Suite struct `Telephone numbers` {
  @Test(arguments: [
    ("021-56661234", PhoneNumber.Kind.office), ("02156661234", .office),
    ("(021) 5666 1234", .office),
    ("（０２１）５６６６１２３４", .office), ("56661234", .office), ("5666-1234", .office),
    ("021-56661234-801", .office), ("021-56661234转801", .office), ("56661234转8", .office),
    ("+86 21 5666 1234", .office), ("0571-8765432", .office),
    ("12345", .service), ("110", .service), ("962121", .service), ("400-820-1234", .service),
    ("4008201234", .service), ("400-820-1234转1", .service), ("800 820 1234", .service),
    ("13912345678", .personalMobile), ("139 1234 5678", .personalMobile),
    ("139-1234-5678", .personalMobile), ("+8613912345678", .personalMobile),
    ("+86 139-1234-5678", .personalMobile), ("0086 13912345678", .personalMobile),
    ("86-13912345678", .personalMobile), ("013912345678", .personalMobile),
    ("１９９１２３４５６７８", .personalMobile), ("13912345678转1", .personalMobile),
    ("＋8613912345678", .personalMobile),
  ])
  func `are told apart`(text: String, kind: PhoneNumber.Kind) throws {
    #expect(try PhoneNumber(reading: text).kind == kind)
  }

  @Test func `keep their text`() throws {
    #expect(try PhoneNumber(reading: " ０２１－56661234 ").text == "021-56661234")
  }

  @Test(arguments: [
    "电话", "021", "12", "12345678", "1234567890123456", "021-56661234、56665678", "010020", "abc",
    "110-1234567", "00021-56661234", "转801",
  ])
  func `are refused where nobody could dial them`(text: String) {
    #expect(throws: Malformed.notAPhoneNumber) { try PhoneNumber(reading: text) }
  }
}
