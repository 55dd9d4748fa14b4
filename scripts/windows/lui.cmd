@echo off
chcp 65001 >nul
cd /d "%~dp0"
net session >nul 2>&1 && goto run
set "SELF=%~f0"
powershell -NoProfile -Command "Start-Process -Verb RunAs -FilePath $env:SELF"
exit /b
:run
rem A running node.exe would hold its folder: a copy of it does the work.
copy /y "%~dp0node\node.exe" "%TEMP%\dondoc-node.exe" >nul
"%TEMP%\dondoc-node.exe" "%~dp0service\manage.mjs" back
pause
