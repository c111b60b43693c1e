using System.Text;

namespace Tiny.Bench.Boards.Enumeration;

/// <summary>What devices say about themselves: short, and not to be trusted.</summary>
internal static class DeviceText
{
    // A USB string has at most 126 characters; the kernel gives at most a page.
    private const int MostBytes = 4096;

    /// <summary>Reads a file of one line; null when it is not there, cannot be read or is empty.</summary>
    public static string? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            byte[] bytes = new byte[MostBytes];
            return Clean(Encoding.UTF8.GetString(bytes, 0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Without control characters and blanks at the ends; null when nothing is left.</summary>
    public static string? Clean(string text)
    {
        string clean = string.Concat(text.Where(character => !char.IsControl(character))).Trim();
        return clean.Length == 0 ? null : clean;
    }
}
