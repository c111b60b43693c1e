using System.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>m-model-[kws01]</c>: which model the firmware was built with (protocol.md section 4).</summary>
/// <param name="Id">As printed; the suite's task id for the official firmware.</param>
public readonly record struct ModelMessage(string Id)
{
    /// <summary>Reads the message from anywhere in a line.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out ModelMessage message)
    {
        bool found = Bracketed.TryFind(line, "m-model-["u8, out ReadOnlySpan<byte> value);
        message = found ? new ModelMessage(Encoding.UTF8.GetString(value)) : default;
        return found;
    }
}
