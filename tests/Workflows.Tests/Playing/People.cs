namespace Workflows.Tests.Playing;

/// <summary>The people of the tests, with ids that read in a failure message.</summary>
internal static class People
{
    public static readonly Guid Lin = Id(1);
    public static readonly Guid Gao = Id(2);
    public static readonly Guid Zhang = Id(3);
    public static readonly Guid Chen = Id(4);
    public static readonly Guid Wu = Id(5);
    public static readonly Guid Sun = Id(6);
    public static readonly Guid Left = Id(8);
    public static readonly Guid Admin = Id(9);

    private static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
