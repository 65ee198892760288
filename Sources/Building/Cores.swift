import Glibc

/// The computer that a build runs on.
enum Computer {
  /// How many cores a process may use.
  static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
