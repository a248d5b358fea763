using Workflows.Activities.Decision;
using Workflows.Activities.End;
using Workflows.Activities.Fork;
using Workflows.Activities.Join;
using Workflows.Activities.Start;
using Workflows.Activities.Switch;
using Workflows.Definitions;

namespace Workflows.Design.Layout;

/// <summary>How large things are and how far apart, in pixels; the style sheet of the designer says the same.</summary>
internal static class Sizes
{
    public const int Card = 236;
    public const int Margin = 40;

    /// <summary>Between two columns, and between a box and the line beside it.</summary>
    public const int Apart = 36;

    /// <summary>Between two lines that run side by side.</summary>
    public const int Track = 18;

    /// <summary>A branch without steps is as wide as its name may be.</summary>
    public const int EmptyBranch = 148;

    /// <summary>From a box to the insert point below it.</summary>
    public const int ToInsert = 24;

    /// <summary>From a box to the next one when nothing else happens between them.</summary>
    public const int Gap = 48;

    /// <summary>From a box with branches to the bar, to the names on them, to their insert points, and to their steps.</summary>
    public const int ToBar = 16;
    public const int ToBranch = 38;
    public const int ToBranchInsert = 64;
    public const int ToColumn = 84;

    public static (int Width, int Height) Of(ActivityDefinition step) => step switch
    {
        PersonStepActivity => (Card, 76),
        ForkActivity or JoinActivity => (188, 28),
        StartActivity or EndActivity or DecisionActivity or SwitchActivity => (212, 38),
        _ => (Card, 56),
    };

    public static (int Width, int Height) Stack => (Card, 60);
}
