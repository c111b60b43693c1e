using System.Globalization;

namespace Tiny.Bench.Results.Import;

/// <summary>An input whose name tells its class: <c>tst_000000_Stop_7.bin</c>. Only keyword spotting names its inputs so.</summary>
internal static class LabelledInput
{
    private const string Extension = ".bin";

    /// <summary>The class, from 0.</summary>
    public static bool TryParse(string file, out int label)
    {
        label = 0;
        if (!file.EndsWith(Extension, StringComparison.Ordinal))
            return false;
        string[] parts = file[..^Extension.Length].Split('_');
        return parts is ["tst", _, _, string text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out label);
    }
}
