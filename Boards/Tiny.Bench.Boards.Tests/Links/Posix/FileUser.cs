using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Tiny.Bench.Testing;

namespace Tiny.Bench.Boards.Links.Posix;

/// <summary>Opens files as a user who may not: root, whom no mode stops, gives one thread another user's place.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class FileUser
{
    private const uint Nobody = 65534;

    /// <summary>Runs something on a thread that has nobody's rights on files.</summary>
    public static T AsNobody<T>(TemporaryFolder folder, Func<T> action)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "Needs root on Linux to become another user.");
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);
        T? result = default;
        Exception? failure = null;

        // Linux keeps the file user per thread: this one only, and it ends here.
        var thread = new Thread(() =>
        {
            _ = SetFsGid(Nobody);
            _ = SetFsUid(Nobody);
            try
            {
                result = action();
            }
            catch (Exception error)
            {
                failure = error;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFsUid(uint user);

    [LibraryImport("libc", EntryPoint = "setfsgid")]
    private static partial int SetFsGid(uint group);
}
