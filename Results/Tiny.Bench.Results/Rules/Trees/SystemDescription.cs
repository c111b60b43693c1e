using System.Text;
using System.Text.Json;

namespace Tiny.Bench.Results.Rules.Trees;

/// <summary>A system description as far as the rules ask it.</summary>
/// <param name="Members">Members of the object with text values; a member that stands twice is there once.</param>
/// <param name="Names">Names of all members, in order, repeated ones too.</param>
internal sealed record SystemDescription(IReadOnlyDictionary<string, string> Members, IReadOnlyList<string> Names)
{
    private static readonly JsonReaderOptions Strict = new() { AllowMultipleValues = false };

    /// <summary>Reads a description.</summary>
    /// <param name="file">The file; a byte order mark is skipped.</param>
    /// <param name="problem">What is wrong when it cannot be read.</param>
    /// <param name="line">Line of the fault, from 1; null when the file cannot be read at all.</param>
    public static SystemDescription? Read(TreeEntry file, out string? problem, out int? line)
    {
        line = null;
        byte[]? bytes = file.ReadBytes(out problem);
        if (bytes is null)
            return null;
        try
        {
            ReadOnlySpan<byte> content = bytes;
            return ReadObject(content.StartsWith(Encoding.UTF8.Preamble) ? content[3..] : content);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            problem = JsonFault.TextOf(fault);
            line = fault is JsonException { LineNumber: { } number } ? (int)number + 1 : null;
            return null;
        }
    }

    private static SystemDescription ReadObject(ReadOnlySpan<byte> content)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = new List<string>();
        var reader = new Utf8JsonReader(content, Strict);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("is no JSON object", null, 0, 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!.Trim();
            names.Add(name);
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
                members[name] = reader.GetString()!;
            else
                reader.Skip();
        }

        // What follows the object must be nothing: the reader throws for anything but blanks.
        reader.Read();
        return new SystemDescription(members, names);
    }
}
