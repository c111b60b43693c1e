using System.Globalization;

namespace Tiny.Bench.Harness.Conformance.Dialects;

/// <summary>From an int8 code of a softmax (scale 1/256, zero point -128) to what is printed of it, and back.</summary>
/// <remarks>Source: spec/arithmetic.md section 15: the code is <c>round(256 v) - 128</c> either way.</remarks>
internal static class PrintedForms
{
    /// <summary>Fewest decimals that tell two codes apart however they are printed.</summary>
    public const int FewestDigits = 3;

    /// <summary>Most decimals; binary64 keeps them apart.</summary>
    public const int MostDigits = 9;

    private const int Steps = 256;

    /// <summary>What the outside is told of a form.</summary>
    public static PrintingMode Mode(this PrintedForm form) => form switch
    {
        PrintedForm.Cut => PrintingMode.Cut,
        PrintedForm.Codes => PrintingMode.Codes,
        _ => PrintingMode.Rounded,
    };

    /// <summary>The code that prints exactly as <paramref name="value"/>, with <paramref name="digits"/> decimals or more; null when none does.</summary>
    public static int? Read(this PrintedForm form, double value, int digits)
    {
        if (form == PrintedForm.Codes)
            return double.IsInteger(value) && value is >= sbyte.MinValue and <= sbyte.MaxValue ? (int)value : null;
        if (NearestCode(form, value) is not { } code)
            return null;

        // Who prints significant digits gives small values more decimals. Programs that kept the printed number as binary32 hand over the nearest of those.
        for (int decimals = digits; decimals <= MostDigits; decimals++)
        {
            double printed = Print(form, code, decimals);
            if (value == printed || value == (float)printed)
                return code;
        }

        return null;
    }

    /// <summary>The code nearest to any number, held inside int8; null for what is no number.</summary>
    public static int? NearestCode(this PrintedForm form, double value)
    {
        if (double.IsNaN(value))
            return null;
        double steps = form == PrintedForm.Codes ? value : (value * Steps) + sbyte.MinValue;
        return (int)Math.Clamp(Math.Round(steps), sbyte.MinValue, sbyte.MaxValue);
    }

    /// <summary>The number that is printed of a code.</summary>
    public static double Print(this PrintedForm form, int code, int digits)
    {
        if (form == PrintedForm.Codes)
            return code;
        long unit = (long)Math.Pow(10, digits);
        (long below, long rest) = Math.DivRem((code - sbyte.MinValue) * unit, Steps);
        bool up = form switch
        {
            PrintedForm.RoundedUp => rest >= Steps / 2,
            PrintedForm.RoundedToEven => rest > Steps / 2 || (rest == Steps / 2 && long.IsOddInteger(below)),
            _ => false,
        };
        return (up ? below + 1 : below) / (double)unit;
    }

    /// <summary>A number in the form's notation, with the further digits that it may have.</summary>
    public static string Text(this PrintedForm form, double value, int digits) =>
        value.ToString(form == PrintedForm.Codes ? "0.#######" : $"0.{new string('0', digits)}####", CultureInfo.InvariantCulture);
}
