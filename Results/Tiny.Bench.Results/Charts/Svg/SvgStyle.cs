namespace Tiny.Bench.Results.Charts.Svg;

/// <summary>Colours of the charts, in light and dark. The palette is that of Okabe and Ito, "Color Universal Design" (2008).</summary>
/// <remarks>Every mark has an outline and groups also differ in shape or dash, so that print and weak contrast (yellow on white) lose nothing.</remarks>
internal static class SvgStyle
{
    /// <summary>The rules; the same for every chart, so that a page with many may hold them once.</summary>
    public const string Rules = """
        .chart text{fill:#1b1f24;stroke:none}
        .chart .dim{fill:#4d5560}
        .chart .sheet{fill:#fff;stroke:none}
        .chart .grid{stroke:#d5d9de;stroke-width:1;fill:none}
        .chart .axis,.chart .lead{stroke:#6a737d;stroke-width:1;fill:none}
        .chart .front{stroke:#1b1f24;stroke-width:1.5;stroke-dasharray:5 3;fill:none}
        .chart .median{stroke:#1b1f24;stroke-width:2;fill:none}
        .chart .shape{stroke:#1b1f24;stroke-width:.7}
        .chart .line{fill:none;stroke-width:2}
        .chart .mark:hover{stroke-width:2}
        .c0{fill:#0072b2}.c1{fill:#e69f00}.c2{fill:#009e73}.c3{fill:#d55e00}.c4{fill:#56b4e9}.c5{fill:#cc79a7}.c6{fill:#f0e442}.c7{fill:#9aa1a9}
        .s0{stroke:#0072b2}.s1{stroke:#e69f00}.s2{stroke:#009e73}.s3{stroke:#d55e00}.s4{stroke:#56b4e9}.s5{stroke:#cc79a7}.s6{stroke:#b3a900}.s7{stroke:#9aa1a9}
        .chart .on0,.chart .on3{fill:#fff}.chart .on1,.chart .on2,.chart .on4,.chart .on5,.chart .on6,.chart .on7{fill:#000}
        @media (prefers-color-scheme:dark){
        .chart text{fill:#e8eaed}
        .chart .dim{fill:#b3bac2}
        .chart .sheet{fill:#15181c}
        .chart .grid{stroke:#343a41}
        .chart .axis,.chart .lead{stroke:#8c959f}
        .chart .front,.chart .median{stroke:#e8eaed}
        .chart .shape{stroke:#e8eaed}
        .s0{stroke:#3b9ddb}.s6{stroke:#f0e442}
        }
        """;

    /// <summary>Dash pattern of a line.</summary>
    public static string? Dash(int style) => style switch
    {
        0 or 7 => null,
        1 => "8 3",
        2 => "2 3",
        3 => "9 3 2 3",
        4 => "5 5",
        5 => "12 4",
        _ => "4 2 1 2",
    };
}
