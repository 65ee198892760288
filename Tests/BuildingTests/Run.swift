import Glibc
import Publishing

/// One run of the program as people and scripts start it.
struct Run {
  let exitCode: Int32
  let output: String
  let errors: String

  /// Runs `sunboard` to its end in `folder`.
  init(_ arguments: [String], in folder: String, environment: [String] = []) throws {
    let place = try Workplace()
    let child = try Self.start(
      [Self.program] + arguments, in: folder,
      environment: ["PATH=/usr/bin:/bin"] + environment, writingTo: place.path)
    exitCode = try Self.wait(for: child)
    output = try place.read("output") ?? ""
    errors = try place.read("errors") ?? ""
  }

  /// The program lies beside the tests that are running.
  private static let program: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe buffer.withUnsafeMutableBufferPointer { room in
      guard let start = room.baseAddress else { return 0 }
      return unsafe readlink("/proc/self/exe", start, room.count)
    }
    let path = String(
      decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (path.split(separator: "/").dropLast().map { "/\($0)" } + ["/sunboard"]).joined()
  }()

  private static let changer = "/usr/bin/env"

  private static func start(
    _ arguments: [String], in folder: String, environment: [String], writingTo place: String
  ) throws -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { _ = unsafe posix_spawn_file_actions_destroy(&actions) }
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, "\(place)/output", flags, 0o644)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "\(place)/errors", flags, 0o644)
    // The system's own call to change the folder is not among those that Swift imports.
    let words = unsafe ([changer, "-C", folder] + arguments).map { unsafe strdup($0) }
    let settings = unsafe environment.map { unsafe strdup($0) }
    defer { unsafe (words + settings).forEach { pointer in unsafe free(pointer) } }
    var child: pid_t = 0
    let result = unsafe posix_spawn(&child, changer, &actions, nil, words + [nil], settings + [nil])
    guard result == 0 else {
      throw SystemFailure(call: "posix_spawn", path: changer, errno: result)
    }
    return child
  }

  /// The exit code; 128 and the signal for a program that was ended by one.
  private static func wait(for child: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(child, &status, 0) < 0 {
      guard errno == EINTR else {
        throw SystemFailure(call: "waitpid", path: program, errno: errno)
      }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}

extension Run {
  /// The text with every measured time replaced, so that it can be compared.
  static func withoutTimes(_ text: String) -> String {
    text.replacing(/[0-9]+\.[0-9]{2}(?= 秒| s\.)/, with: "0.00")
  }
}
