/// What Linux offers and Glibc's Swift overlay does not show.
#pragma once
#include <stdint.h>
#include <sys/types.h>

/// Exchanges two paths in one step; 0, or -1 with errno.
int sunboard_exchange(int first_directory, const char *first, int second_directory, const char *second);

/// Writes everything of the file system that holds `descriptor` to disk; 0, or -1 with errno.
int sunboard_syncfs(int descriptor);

/// Opens `path` for reading below `directory`, never through a link or out of it; -1 with errno.
int sunboard_open_beneath(int directory, const char *path);

/// The day in `time_zone` now, as year * 10000 + month * 100 + day.
int32_t sunboard_today(const char *time_zone);

/// Whether something is mounted at `path` itself: 1 yes, 0 no, -1 with errno (ENOSYS: not told).
int sunboard_is_mount_root(int directory, const char *path);
