#define _GNU_SOURCE
#include "CLinux.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int sunboard_exchange(int first_directory, const char *first, int second_directory, const char *second) {
  return renameat2(first_directory, first, second_directory, second, RENAME_EXCHANGE);
}

int sunboard_syncfs(int descriptor) { return syncfs(descriptor); }

int sunboard_open_beneath(int directory, const char *path) {
  struct open_how how = {
      .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK,
      .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
  };
  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

/* Names come from a site's settings and are paths below the folder of time zones. */
static int is_known_zone(const char *name) {
  char path[256];
  if (!*name || *name == '/' || strstr(name, "..")) return 0;
  int length = snprintf(path, sizeof path, "/usr/share/zoneinfo/%s", name);
  struct stat status;
  return length < (int)sizeof path && stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

int32_t sunboard_today(const char *time_zone) {
  if (is_known_zone(time_zone)) setenv("TZ", time_zone, 1);
  /* China has had no summer time since 1991, and small containers have no zone files. */
  else if (strcmp(time_zone, "Asia/Shanghai") == 0) setenv("TZ", "CST-8", 1);
  else return 0;
  tzset();
  time_t now = time(NULL);
  struct tm day;
  localtime_r(&now, &day);
  return (day.tm_year + 1900) * 10000 + (day.tm_mon + 1) * 100 + day.tm_mday;
}

int sunboard_is_mount_root(int directory, const char *path) {
  struct statx status;
  int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT;
  if (statx(directory, path, flags, STATX_TYPE, &status) < 0) return -1;
  // Kernels before 5.8 leave the bit out of the mask.
  if (!(status.stx_attributes_mask & STATX_ATTR_MOUNT_ROOT)) {
    errno = ENOSYS;
    return -1;
  }
  return (status.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0;
}
