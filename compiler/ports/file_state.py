"""Whether the bytes of a file can be had, and why not."""

from enum import Enum


class FileState(Enum):
    """Whether the bytes of a file can be had."""

    READABLE = "readable"
    OUTSIDE = "outside"  # a symbolic link that leaves the Git work tree
    DANGLING = "dangling"  # a symbolic link to nothing, or in a circle
    LFS_UNKNOWN = "lfs-unknown"  # a Git LFS pointer whose object is not here
    SPECIAL = "special"  # a socket, a device, a pipe
    TOO_LARGE = "too-large"  # more bytes than are read of any file
