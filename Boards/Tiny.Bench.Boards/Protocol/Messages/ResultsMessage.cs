using System.Buffers.Text;

namespace Tiny.Bench.Boards.Protocol.Messages;

/// <summary><c>m-results-[0.996,0.000]</c>: what the last inference gave, as the firmware prints it (protocol.md section 6).</summary>
/// <param name="Values">At least one; finite. Probabilities, logits, raw codes or an error: the message does not say.</param>
public sealed record ResultsMessage(IReadOnlyList<double> Values)
{
    /// <summary>Reads the message from anywhere in a line. Items may have spaces around them and may be empty; anything else that is no number refuses the line.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, out ResultsMessage message)
    {
        message = null!;
        if (!Bracketed.TryFind(line, "m-results-["u8, out ReadOnlySpan<byte> list))
            return false;

        var values = new List<double>();
        foreach (Range range in list.Split((byte)','))
        {
            ReadOnlySpan<byte> item = list[range].Trim((byte)' ');
            if (item.IsEmpty)
                continue;
            if (!Utf8Parser.TryParse(item, out double value, out int used) || used != item.Length || !double.IsFinite(value))
                return false;
            values.Add(value);
        }

        message = new ResultsMessage(values);
        return values.Count > 0;
    }
}
