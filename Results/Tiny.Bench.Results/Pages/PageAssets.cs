using System.Text;
using Tiny.Bench.Results.Charts;

namespace Tiny.Bench.Results.Pages;

/// <summary>The site's style and script; they lie in the folder Assets and travel inside the assembly.</summary>
internal static class PageAssets
{
    /// <summary>Writes both.</summary>
    public static void Write(Func<string, string> place)
    {
        File.WriteAllText(place("site.css"), Read("site.css") + SvgChartWriter.StyleSheet + "\n");
        File.WriteAllText(place("site.js"), Read("site.js"));
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
