using Tiny.Bench.Boards.Links;
using Tiny.Bench.Boards.Links.Posix;

namespace Tiny.Bench.Boards.Virtual.Proxy;

/// <summary>A pseudo-terminal with a name that does not change from run to run. Owns both.</summary>
internal sealed class PtyLink : IDisposable
{
    private readonly Pty _pty;
    private readonly string? _link;

    private PtyLink(Pty pty, string? link)
    {
        _pty = pty;
        _link = link;
    }

    /// <summary>The side that plays the board.</summary>
    public ISerialPort Board => _pty.Board;

    /// <summary>Where other programs open it.</summary>
    public string Path => _link ?? _pty.Path;

    /// <summary>Makes both; a symbolic link that an earlier run left is replaced, anything else is not.</summary>
    /// <exception cref="PortSettingException">One of them cannot be made.</exception>
    public static PtyLink Open(string? link)
    {
        var pty = Pty.Open(stayOpen: true);
        try
        {
            if (link is not null)
            {
                if (new FileInfo(link).LinkTarget is not null)
                    File.Delete(link);
                File.CreateSymbolicLink(link, pty.Path);
            }

            return new PtyLink(pty, link);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            pty.Dispose();
            string problem = $"cannot be made a link to a device ({error.Message}); expected a free name in a folder to write in";
            throw new PortSettingException(link!, problem, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // Another run may have taken the name since.
        if (_link is not null && new FileInfo(_link).LinkTarget == _pty.Path)
            File.Delete(_link);
        _pty.Dispose();
    }
}
