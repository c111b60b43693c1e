namespace Tiny.Bench.Boards.Links;

/// <summary>The device went away while the link was open: unplugged, powered down, or the other side closed.</summary>
public sealed class LinkLostException : LinkException
{
    /// <summary>Creates the error; <paramref name="sign"/> is what told it: "end of file", "EIO".</summary>
    public LinkLostException(string where, string sign, Exception? cause = null)
        : base(where, $"the device is gone ({sign}); expected it to stay connected", cause)
    {
    }
}
