import Glibc

/// Who is writing an output right now, as they said themselves.
package struct LockHolder: Hashable, Sendable {
  /// The process id.
  package let process: Int32
  /// When it began, as `2026-10-15T03:10:00Z`.
  package let since: String
  package let command: String

  /// The running process.
  static func current() -> LockHolder {
    LockHolder(process: getpid(), since: now(), command: ownCommand())
  }

  init(process: Int32, since: String, command: String) {
    self.process = process
    self.since = since
    self.command = command
  }

  /// Reads what a holder wrote, or nil while it is writing.
  init?(reading bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    guard 3 < lines.count, let process = Int32(lines[0]) else { return nil }
    self.init(process: process, since: String(lines[1]), command: String(lines[2]))
  }

  var bytes: [UInt8] { Array("\(process)\n\(since)\n\(command)\n".utf8) }

  private static func now() -> String {
    var seconds = time(nil)
    var day = unsafe tm()
    unsafe _ = gmtime_r(&seconds, &day)
    let year = unsafe day.tm_year + 1900
    let rest = unsafe [day.tm_mon + 1, day.tm_mday, day.tm_hour, day.tm_min, day.tm_sec]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(year)-\(rest[0])-\(rest[1])T\(rest[2]):\(rest[3]):\(rest[4])Z"
  }

  private static func ownCommand() -> String {
    let result = kernel { unsafe Int(open("/proc/self/cmdline", O_RDONLY | O_CLOEXEC)) }
    guard 0 <= result else { return "sunboard" }
    let file = OpenFile(descriptor: Int32(result))
    guard let bytes = try? file.read(upTo: 400, "/proc/self/cmdline") else { return "sunboard" }
    let words = bytes.map { 32 <= $0 && $0 != 127 ? $0 : 32 }
    let text = String(decoding: words, as: UTF8.self)
    return String(text.reversed().drop(while: { $0 == " " }).reversed())
  }
}

/// The right to write one output, held until it goes out of use or its process ends.
///
/// The file is never removed: a second run could then lock a new one. The kernel frees the lock
/// when the process ends, however it ends, so there is no such thing as a stale lock.
struct PublicationLock: ~Copyable, Sendable {
  private let file: OpenFile
  private let path: String
  /// How long a lock is waited for that names no holder.
  private static let mostNameless = Duration.seconds(2)

  /// Takes the lock, trying for as long as `patience` lasts.
  init(of place: OutputPlace, in parent: borrowing DirectoryHandle, waiting patience: Duration)
    throws
  {
    let path = "\(parent.path)/\(place.lock)"
    let file = try parent.openFile(
      place.lock, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, as: "create")
    let start = ContinuousClock.now
    while !(try file.lock(path)) {
      let waited = ContinuousClock.now - start
      let holder = LockHolder(reading: (try? file.read(upTo: 1000, path)) ?? [])
      // A run that holds it says so at once; nobody named means that one is just going.
      guard waited < (holder == nil ? max(patience, Self.mostNameless) : patience) else {
        throw PublicationRefusal.locked(output: place.path, by: holder)
      }
      usleep(20_000)
    }
    try file.empty(path)
    try file.write(LockHolder.current().bytes.span, path)
    self.file = file
    self.path = path
  }

  // Nobody holds it any more, so nobody should be named; if that fails, the kernel still frees it.
  deinit { try? file.empty(path) }
}
