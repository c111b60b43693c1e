namespace Tiny.Bench.Boards.Flashing;

/// <summary>A program that writes a board's flash.</summary>
/// <param name="Name">As the catalogue names it.</param>
/// <param name="Commands">What it is called on a computer, the usual name first.</param>
/// <param name="HowToGet">What to install, as one sentence.</param>
public sealed record FlashTool(string Name, IReadOnlyList<string> Commands, string HowToGet)
{
    /// <summary>Every tool that a board may name, by name.</summary>
    public static IReadOnlyList<FlashTool> Known { get; } =
    [
        new("bossac", ["bossac"], "Install the Arduino variant of BOSSA (it comes with the board package in the Arduino IDE; Debian's bossa-cli does not know these boards)."),
        new("dfu-util", ["dfu-util"], "Install it: sudo apt-get install dfu-util."),
        new("esptool", ["esptool", "esptool.py"], "Install it: pip install esptool."),
        new("openocd", ["openocd"], "Install it: sudo apt-get install openocd (0.12 or later)."),
        new("picotool", ["picotool"], "Install it: sudo apt-get install picotool (Debian 13 or later), or build github.com/raspberrypi/picotool."),
        new("pyocd", ["pyocd"], "Install it: pip install pyocd; then pyocd pack install PART for a part that it does not have built in."),
        new("stm32cubeprogrammer", ["STM32_Programmer_CLI"], "Install STM32CubeProgrammer from st.com and put its bin folder on PATH."),
    ];

    /// <summary>The tool of this name; null when there is none.</summary>
    public static FlashTool? Find(string name) => Known.FirstOrDefault(tool => tool.Name == name);
}
