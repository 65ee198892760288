import HTML

/// What a machine writes on, and what it has begun there.
///
/// Each value that is printed is two or three appends, and Swift asks about exclusive access at each
/// if the writer is a property of a class; behind a pointer it does not, which makes tables twice as
/// fast, and short pages too. The machine runs in one task and never appends while it appends.
@safe struct Paper: ~Copyable {
  private let sheet: UnsafeMutablePointer<Sheet>

  private struct Sheet: ~Copyable {
    var writer = PageWriter()
    var digits: [UInt8] = []
    var lists: [Value] = []
    var listStarts: [Int] = []
    var textStarts: [Int] = []
  }

  init() {
    unsafe sheet = .allocate(capacity: 1)
    unsafe sheet.initialize(to: Sheet())
  }

  deinit {
    unsafe sheet.deinitialize(count: 1)
    unsafe sheet.deallocate()
  }

  var writer: PageWriter {
    @inline(__always) _read { yield unsafe sheet.pointee.writer }
    @inline(__always) nonmutating _modify { yield unsafe &sheet.pointee.writer }
  }

  var digits: [UInt8] {
    @inline(__always) _read { yield unsafe sheet.pointee.digits }
    @inline(__always) nonmutating _modify { yield unsafe &sheet.pointee.digits }
  }

  /// The elements of lists that are being made, one list behind the other.
  var lists: [Value] {
    @inline(__always) _read { yield unsafe sheet.pointee.lists }
    @inline(__always) nonmutating _modify { yield unsafe &sheet.pointee.lists }
  }

  /// Where in `lists` each of them begins.
  var listStarts: [Int] {
    @inline(__always) _read { yield unsafe sheet.pointee.listStarts }
    @inline(__always) nonmutating _modify { yield unsafe &sheet.pointee.listStarts }
  }

  /// Where in the writer each text begins that is being made.
  var textStarts: [Int] {
    @inline(__always) _read { yield unsafe sheet.pointee.textStarts }
    @inline(__always) nonmutating _modify { yield unsafe &sheet.pointee.textStarts }
  }
}
